"""Tables as lists: no cell is lost."""

from leanbreath.presentation.table_lists import with_lists

TABLE = """Before.

| What happens | Test it | Start with |
|---|---|---|
| Heels come up | [knee](measure:knee) | calves |
| Which one? | none | arms |

After | all.
"""


def test_a_row_becomes_an_item_with_the_headings_of_its_cells():
    assert with_lists(TABLE) == (
        "Before.\n\n"
        "- **Heels come up.** Test it: [knee](measure:knee). Start with: calves.\n"
        "- **Which one?** Test it: none. Start with: arms.\n"
        "\nAfter | all.\n"
    )


def test_two_columns_need_no_heading():
    assert with_lists("| grade | means |\n|---|---|\n| A | reviews |\n") == "- **A**: reviews\n"
