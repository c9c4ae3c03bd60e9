"""What the rows of the home screen lead to."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from leanbreath.screens.messages import RoutineChosen
from leanbreath.screens.registry import open_screen

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import HomeData
    from leanbreath.presentation.home_rows import Target


def open_target(app: App[Any], data: "HomeData", target: "Target") -> None:
    """Start a routine, or open the page of anything else."""
    match target.kind:
        case "routine":
            app.post_message(RoutineChosen(target.id))
        case "drill":
            open_screen(app, data, "drills", target.id)
        case "lesson":
            open_screen(app, data, "lessons", target.id)
        case "limiter":
            open_screen(app, data, "checkup")
        case "checkup":
            open_screen(app, data, "checkup", "short")
        case "plan":
            open_screen(app, data, "plan")
        case "history":
            open_screen(app, data, "history")
