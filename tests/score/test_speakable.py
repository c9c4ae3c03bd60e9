"""What is written becomes what a voice can say: one example for each row of the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.score.speakable import ODD, ROWS, has_words, speakable, unspeakable

EXAMPLES = {
    "blanks": ("Hold\u00a010\u2009breaths\nnow", "Hold 10 breaths now"),
    "characters that show nothing": ("Be\u00adlly soft\u200b", "Belly soft"),
    "hyphens that don't break": ("Low\u2011belly", "Low-belly"),
    "breaths of four parts": ("4-0-6-0 x 5", "in 4, out 6, 5 times"),
    "breaths of two parts": ("Breathe 4-6 x 3", "Breathe in 4, out 6, 3 times"),
    "parts of a rep": ("8 at 2-0-1", "8 at 2, 0, 1"),
    "lengths with a colon": ("Hold for 1:30", "Hold for 1 minute 30 seconds"),
    "ranges": ("8–10 breaths", "8 to 10 breaths"),
    "sets": ("3x10", "3 sets of 10"),
    "times after": ("In and out x 5", "In and out 5 times"),
    "times before": ("5x each", "5 times each"),
    "fractions": ("1/2 a step, 3/4 of it", "a half a step, three quarters of it"),
    "scores": ("Effort 3/10", "Effort 3 out of 10"),
    "mixed numbers": ("1½ breaths", "1 and a half breaths"),
    "fraction signs": ("¾ of it", "three quarters of it"),
    "kilometres an hour": ("10 km/h", "10 kilometres an hour"),
    "metres a second": ("3 m/s", "3 metres a second"),
    "a kilometre": ("5:30 min/km", "5 minutes 30 seconds a kilometre"),
    "a minute": ("170 steps/min", "170 steps a minute"),
    "each side": ("10/side", "10 each side"),
    "degrees Celsius": ("20 °C", "20 degrees Celsius"),
    "degrees": ("Lean 30°", "Lean 30 degrees"),
    "percent": ("80% effort", "80 percent effort"),
    "milliseconds": ("200 ms", "200 milliseconds"),
    "seconds": ("Hold 10s.", "Hold 10 seconds."),
    "minutes": ("Walk 5m, then 1 min", "Walk 5 minutes, then 1 minute"),
    "metres": ("Walk 5 m.", "Walk 5 metres."),
    "hours": ("2h later", "2 hours later"),
    "millimetres": ("8 mm", "8 millimetres"),
    "centimetres": ("8–10 cm", "8 to 10 centimetres"),
    "kilometres": ("1 km", "1 kilometre"),
    "kilograms": ("2kg", "2 kilograms"),
    "hertz": ("440 Hz", "440 hertz"),
    "beats a minute": ("120 bpm", "120 beats a minute"),
    "steps a minute": ("170 spm", "170 steps a minute"),
    "give or take": ("±5°", "plus or minus 5 degrees"),
    "or more": ("5+ breaths", "5 or more breaths"),
    "minus": ("Lean −5°", "Lean minus 5 degrees"),
    "about": ("~5 cm", "about 5 centimetres"),
    "at most": ("≤ 5 reps", "at most 5 reps"),
    "at least": ("≥5 reps", "at least 5 reps"),
    "arrows": ("Lying → standing", "Lying to standing"),
    "arrows both ways": ("Hips ↔ heels", "Hips and heels"),
    "arrows back": ("Heel ← toe", "Heel back to toe"),
    "arrows up": ("Arms ↑", "Arms up"),
    "arrows down": ("Heels ↓", "Heels down"),
    "less than": ("<5 s", "less than 5 seconds"),
    "more than": (">5 s", "more than 5 seconds"),
    "equals": ("Slow = easy", "Slow equals easy"),
    "plus": ("Hips + knees", "Hips plus knees"),
    "and": ("Hips & knees", "Hips and knees"),
    "at": ("8 @ 4s", "8 at 4 seconds"),
    "number": ("Drill #3", "Drill number 3"),
    "left and right": ("Step L/R.", "Step left and right."),
    "right and left": ("R/L", "right and left"),
    "left": ("Calf (L)", "Calf left"),
    "right": ("Calf (R)", "Calf right"),
    "iliotibial band": ("Roll the ITB, the IT band.", "Roll the I T band, the I T band."),
    "range of motion": ("Full ROM", "Full range of motion"),
    "effort": ("RPE 3", "effort 3"),
    "spelled": ("The TFL", "The T F L"),
    "for example": ("A chair, e.g. a stool", "A chair, for example a stool"),
    "that is": ("Low, i.e. soft", "Low, that is soft"),
    "and so on": ("Hips, knees, etc.", "Hips, knees, and so on"),
    "versus": ("Left vs. right", "Left versus right"),
    "approximately": ("approx. five", "about five"),
    "without": ("w/o shoes", "without shoes"),
    "with": ("w/ shoes", "with shoes"),
    "maximum": ("max. 5 reps", "at most 5 reps"),
    "minimum": ("min 5 reps", "at least 5 reps"),
    "and or": ("Hips and/or knees", "Hips or knees"),
    "ids": ("half-kneel-breath", "half kneel breath"),
    "underscores": ("low_belly", "low belly"),
    "emphasis": ("**Soft** belly", "Soft belly"),
    "slashes": ("Knee/hip", "Knee or hip"),
    "separators": ("Soft · slow", "Soft, slow"),
}


@pytest.mark.parametrize("row", ROWS)
def test_each_row_of_the_table_says_what_is_meant(row):
    written, said = EXAMPLES[row]
    assert speakable(written) == said and not unspeakable(written)


def test_every_example_belongs_to_a_row():
    assert list(EXAMPLES) == list(ROWS)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("4-2-6-3", "in 4, hold 2, out 6, wait 3"),
        ("1s, 1 m, 1°, 1x", "1 second, 1 metre, 1 degree, 1 time"),
        ("3 × 10s", "3 sets of 10 seconds"),
        ("1:00, 10:00, 1:05:00, 0:00", "1 minute, 10 minutes, 1 hour 5 minutes, 0 seconds"),
        ("20-30s, 15–20°, 5%–10%", "20 to 30 seconds, 15 to 20 degrees, 5 to 10 percent"),
        ("9:30 am", "9:30 am"),
        ("1,000 m", "1,000 metres"),
        ("Nose/mouth/both", "Nose or mouth or both"),
        ("0.5s", "0.5 seconds"),
    ],
)
def test_rows_work_together(written, said):
    assert speakable(written) == said


@pytest.mark.parametrize(
    "text",
    [
        "Next: Half-kneeling breath, left side. 5 breaths.",
        "Low back may lengthen; don’t press it.",
        "Tall… taller… let go.",
        "I can't. C'mon: a low-belly breath!",
        "Set 2 of 2. Step 3.",
        "Größe, 日本.",
        "Maximum (or more?)",
    ],
)
def test_plain_words_stay_as_they_are(text):
    assert speakable(text) == text


@pytest.mark.parametrize(
    ("text", "character"), [("Well done 💪", "💪"), ("Soft ™ belly", "™"), ("° of lean", "°"), ("Half ♀ way", "♀")]
)
def test_a_character_that_no_voice_can_say_is_found_and_left_out(text, character):
    assert unspeakable(text) == character and character not in speakable(text)


def test_phonemes_and_commands_of_an_engine_are_never_passed_on():
    said = speakable("[[volm 1]] Say [hip](/hˈɪp/) <break/> {now}")
    assert not set(said) & set("[]<>{}")


@pytest.mark.parametrize("text", ["…", "- / -", "💪", " ", ""])
def test_a_text_without_letters_has_nothing_to_say(text):
    assert not has_words(text) and has_words("5") and has_words("日")


def test_another_language_keeps_its_words_and_loses_only_what_no_voice_can_say():
    assert speakable("Halte 10s → los 💪", "de") == "Halte 10s los"
    assert speakable("Hold 10s", "en-gb") == "Hold 10 seconds"


@given(st.text())
def test_whatever_is_written_nothing_odd_reaches_a_voice(text):
    said = speakable(text)
    assert not ODD.search(said) and said == " ".join(said.split())
