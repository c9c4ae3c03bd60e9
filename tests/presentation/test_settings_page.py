"""The settings page has a row for each setting, with every choice there is."""

from leanbreath.presentation.settings_page import Choice, settings_page, substitution_row
from leanbreath.userdata.settings import Settings, SoundSettings
from leanbreath.userdata.settings_as_text import FIELDS

DRILLS = (Choice("march", "March"), Choice("easy-jog", "Easy jog"))
KNOWN = {"pack": ("night", "warm"), "language": ("en", "de")}


def rows(settings: Settings) -> dict[str, object]:
    return {row.id: row for row in settings_page("settings.yaml", settings, KNOWN, DRILLS).rows}


def test_every_setting_has_a_row_and_substitutions_follow():
    page = settings_page("settings.yaml", Settings(instead={"march": "easy-jog"}), KNOWN, DRILLS)
    assert [row.path for row in page.rows] == [*(field.path for field in FIELDS), ("instead", "march")]
    assert (page.rows[-1].name, page.rows[-1].label) == ("instead of March", "Easy jog")


def test_a_switch_is_on_or_off_and_an_unset_one_says_what_applies():
    found = rows(Settings())
    assert (found["screen-calm"].label, found["screen-card"].label) == ("off", "on")
    assert found["night-glide"].label == "same as by day"
    assert found["night-glide"].choices == (
        Choice("", "same as by day"),
        Choice("true", "on"),
        Choice("false", "off"),
    )


def test_a_name_that_does_not_exist_is_still_among_the_choices():
    found = rows(Settings(sound=SoundSettings(pack="gone")))
    assert [choice.value for choice in found["sound-pack"].choices] == ["night", "warm", "gone"]


def test_a_text_has_no_choices_and_is_labelled_by_what_applies_without_it():
    row = rows(Settings())["sound-device"]
    assert (row.choices, row.value, row.label) == ((), "", "the system's default")


def test_a_substitution_that_does_not_exist_is_shown_by_its_id():
    row = substitution_row("march", "gone", DRILLS)
    assert row.label == "gone" and row.choices[:2] == (Choice("", "no substitute"), Choice("gone", "gone"))
    assert substitution_row("gone", "", DRILLS).name == "instead of gone"
