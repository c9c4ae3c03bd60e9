"""When everything begins in the timed routines: timetables written by hand."""

TOTALS = {"pre-run-6": 384, "pre-run-8": 484, "daily-12": 694, "desk-reset-4": 236, "post-run-10": 607}

PRE_RUN_6 = """
0:00 march
1:00 standing-soft-belly
1:54 gap
1:59 ankle-rock-wall left
2:19 switch
2:23 ankle-rock-wall right
2:43 gap
2:48 dynamic-lunge-rock left
3:12 switch
3:16 dynamic-lunge-rock right
3:40 gap
3:45 leg-swing-sagittal left
4:00 switch
4:04 leg-swing-sagittal right
4:19 gap
4:24 wall-lean-breath
4:45 gap
4:50 head-glide
5:08 gap
5:16 fall-forward-start
"""

PRE_RUN_8 = """
0:00 easy-walk
1:00 gap
1:12 hooklying-low-belly
2:12 pelvic-clock-12-6
2:44 gap
3:04 march
3:34 gap
3:39 ankle-rock-wall left
3:59 switch
4:03 ankle-rock-wall right
4:23 gap
4:28 dynamic-lunge-rock left
4:52 switch
4:56 dynamic-lunge-rock right
5:20 gap
5:25 wall-lean-breath
5:53 gap
5:58 wall-lean-march
6:18 gap
6:26 fall-forward-start
7:34 lean-ladder-jog
"""

DAILY_12 = """
0:00 gap
0:10 hooklying-low-belly
1:30 gap
1:45 seesaw-belly
2:33 gap
2:53 pelvic-clock-12-6
3:33 gap
3:45 crocodile-breath
5:13 gap
5:21 all-fours-belly-hang
6:15 gap
6:27 half-kneel-breath left
7:17 switch
7:27 half-kneel-breath right
8:17 gap
8:29 gastroc-wall-stretch left
8:59 switch
9:04 gastroc-wall-stretch right
9:34 gap
9:39 soleus-wall-stretch left
10:09 switch
10:14 soleus-wall-stretch right
10:44 gap
10:49 wall-lean-breath
"""

DESK_RESET_4 = """
0:00 gap
0:10 standing-soft-belly
1:10 gap
1:16 standing-hip-flexor-breath left
1:52 switch
1:57 standing-hip-flexor-breath right
2:33 gap
2:38 ankle-rock-wall left
2:54 switch
2:58 ankle-rock-wall right
3:14 gap
3:18 head-glide
3:36 micro-ankle-lean
"""

POST_RUN_10 = """
0:00 easy-walk
1:00 gastroc-wall-stretch left
1:45 switch
1:50 gastroc-wall-stretch right
2:35 gap
2:40 soleus-wall-stretch left
3:25 switch
3:30 soleus-wall-stretch right
4:15 gap
4:27 half-kneel-breath left
5:27 switch
5:37 half-kneel-breath right
6:37 gap
6:49 leg-long-breath left
7:39 switch
7:47 leg-long-breath right
8:37 constructive-rest
"""

TABLES = {
    "pre-run-6": PRE_RUN_6,
    "pre-run-8": PRE_RUN_8,
    "daily-12": DAILY_12,
    "desk-reset-4": DESK_RESET_4,
    "post-run-10": POST_RUN_10,
}
