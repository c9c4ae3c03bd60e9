BEGIN TRANSACTION;
CREATE TABLE assessment (
        id TEXT PRIMARY KEY,
        at INTEGER, at_offset INTEGER, at_day TEXT,
        assessment TEXT,
        "values" TEXT,
        answer TEXT,
        checkup TEXT
    );
INSERT INTO "assessment" VALUES('a1',1795674600000000,60,'2026-11-26','knee-to-wall-cm','[7.0, 9.5]',NULL,'c1');
INSERT INTO "assessment" VALUES('a2',1795674660000000,60,'2026-11-26','first-step-lean','[]','seat-back','c1');
CREATE TABLE deletion (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT);
CREATE TABLE drill_return (
        session TEXT,
        drill TEXT,
        title TEXT,
        asked INTEGER, asked_offset INTEGER, asked_day TEXT,
        answer TEXT,
        PRIMARY KEY (session, drill)
    );
INSERT INTO "drill_return" VALUES('3b182f3fa34257a4c8c33ddddc3fd610','march','March in place',1795711169121642,0,'2026-11-26','no');
CREATE TABLE level (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT, drill TEXT, level INTEGER);
INSERT INTO "level" VALUES('l1',1795674780000000,60,'2026-11-26','half-kneel-breath',2);
CREATE TABLE "plan" (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT, "action" TEXT, "plan" TEXT);
INSERT INTO "plan" VALUES('p1',1795674720000000,60,'2026-11-26','start','eight-weeks');
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
    , pain TEXT, kind TEXT, fit_seconds REAL, breath_seconds REAL, plan TEXT, week INTEGER, done_seconds REAL, work_day TEXT);
INSERT INTO "session" VALUES('3b182f3fa34257a4c8c33ddddc3fd610',1795711169121642,0,'2026-11-26',1795711183635085,0,'2026-11-26',NULL,NULL,NULL,'done','own','Old session',7.0,'/own/own.yaml',7.0,4,'easier','Windy.',8,'some',NULL,NULL,NULL,NULL,NULL,6.0,'2026-11-26');
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
        hurt_at INTEGER, hurt_at_offset INTEGER, hurt_at_day TEXT, ended_by TEXT, reps INTEGER, stretch TEXT, level INTEGER, muscles TEXT,
        PRIMARY KEY (session, place)
    );
INSERT INTO "work" VALUES('3b182f3fa34257a4c8c33ddddc3fd610',0,'1','march','March in place',NULL,1,2.0,0.0,2.0,1795711176116582,0,'2026-11-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "work" VALUES('3b182f3fa34257a4c8c33ddddc3fd610',1,'2','gastroc-wall-stretch','Calf stretch, knee straight','left',1,2.0,0.0,2.0,1795711178116553,0,'2026-11-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "work" VALUES('3b182f3fa34257a4c8c33ddddc3fd610',3,'2','gastroc-wall-stretch','Calf stretch, knee straight','right',1,2.0,0.0,2.0,1795711181116517,0,'2026-11-26',1795711181116517,0,'2026-11-26',NULL,NULL,NULL,NULL,NULL);
CREATE INDEX session_started ON session (started);
CREATE INDEX session_day ON session (started_day);
CREATE INDEX session_routine ON session (routine);
CREATE INDEX session_work_day ON session (work_day, done_seconds);
CREATE INDEX work_drill ON work (drill, done_seconds DESC, at);
CREATE INDEX work_static ON work (at_day, drill, stretch, muscles, side, session, done_seconds)
        WHERE stretch IS NULL OR stretch = 'static';
COMMIT;
PRAGMA user_version = 6;
