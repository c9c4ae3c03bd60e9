PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE "session" (
        id TEXT PRIMARY KEY,
        started INTEGER, started_offset INTEGER, started_day TEXT,
        ended INTEGER, ended_offset INTEGER, ended_day TEXT,
        felt INTEGER, felt_offset INTEGER, felt_day TEXT,
        ending TEXT,
        routine TEXT,
        title TEXT,
        planned_seconds REAL,
        source TEXT,
        place_seconds REAL,
        effort INTEGER,
        lean TEXT,
        note TEXT,
        revision INTEGER
    );
INSERT INTO "session" VALUES('11990b561c7c8c489a030889abccb1ed',1795711169015543,0,'2026-11-26',1795711183522944,0,'2026-11-26',NULL,NULL,NULL,'done','own','Old session',7.0,'/own/own.yaml',7.0,4,'easier','Windy.',8);
CREATE TABLE "work" (
        session TEXT,
        place INTEGER,
        step TEXT,
        drill TEXT,
        title TEXT,
        side TEXT,
        number INTEGER,
        planned_seconds REAL,
        extra_seconds REAL,
        done_seconds REAL,
        at INTEGER, at_offset INTEGER, at_day TEXT,
        hurt_at INTEGER, hurt_at_offset INTEGER, hurt_at_day TEXT, ended_by TEXT, reps INTEGER,
        PRIMARY KEY (session, place)
    );
INSERT INTO "work" VALUES('11990b561c7c8c489a030889abccb1ed',0,'1','march','March in place',NULL,1,2.0,0.0,2.0,1795711176009640,0,'2026-11-26',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "work" VALUES('11990b561c7c8c489a030889abccb1ed',1,'2','gastroc-wall-stretch','Calf stretch, knee straight','left',1,2.0,0.0,2.0,1795711178009803,0,'2026-11-26',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "work" VALUES('11990b561c7c8c489a030889abccb1ed',3,'2','gastroc-wall-stretch','Calf stretch, knee straight','right',1,2.0,0.0,2.0,1795711181009496,0,'2026-11-26',1795711181009496,0,'2026-11-26',NULL,NULL);
CREATE INDEX session_started ON session (started);
COMMIT;
