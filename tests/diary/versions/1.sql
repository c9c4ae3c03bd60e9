PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    ending TEXT,
    routine TEXT,
    title TEXT NOT NULL,
    planned_seconds REAL NOT NULL
);
INSERT INTO "session" VALUES(1,'2026-10-25T01:55:03.250000+02:00','2026-10-25T02:01:00+02:00','left','pre-run-6','Six-minute lean primer',384.0);
INSERT INTO "session" VALUES(2,'2026-10-26T07:00:00+01:00',NULL,NULL,NULL,'Own',60.0);
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
    done_seconds REAL NOT NULL,
    PRIMARY KEY (session, place)
);
INSERT INTO "work" VALUES(1,0,'1','march','March in place',NULL,1,60.0,0.0,60.0);
INSERT INTO "work" VALUES(1,2,'2','gastroc-wall-stretch','Calf stretch, knee straight','left',1,30.0,10.0,40.0);
INSERT INTO "work" VALUES(1,4,'2','gastroc-wall-stretch','Calf stretch, knee straight','right',1,30.0,10.0,0.0);
COMMIT;
