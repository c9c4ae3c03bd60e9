PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL,
        ended TEXT,
        ending TEXT,
        routine TEXT,
        title TEXT NOT NULL,
        planned_seconds REAL NOT NULL
    , source TEXT, place_seconds REAL, effort INTEGER, lean TEXT, note TEXT);
INSERT INTO "session" VALUES(1,'2026-11-26T16:39:28.872013+00:00','2026-11-26T16:39:43.381867+00:00','done','own','Old session',7.0,'/own/own.yaml',7.0,4,'easier','Windy.');
CREATE TABLE work (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        place INTEGER NOT NULL,
        step TEXT NOT NULL,
        drill TEXT,
        title TEXT NOT NULL,
        side TEXT,
        number INTEGER NOT NULL,
        planned_seconds REAL NOT NULL,
        extra_seconds REAL NOT NULL,
        done_seconds REAL NOT NULL, hurt INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (session, place)
    );
INSERT INTO "work" VALUES(1,0,'1','march','March in place',NULL,1,2.0,0.0,2.0,0);
INSERT INTO "work" VALUES(1,1,'2','gastroc-wall-stretch','Calf stretch, knee straight','left',1,2.0,0.0,2.0,0);
INSERT INTO "work" VALUES(1,3,'2','gastroc-wall-stretch','Calf stretch, knee straight','right',1,2.0,0.0,2.0,1);
COMMIT;
