"""The commands, one thin file each: parse, call, print."""

COMMANDS = {
    "run": "leanbreath.cli.commands.run:run",
    "warmup": "leanbreath.cli.commands.warmup:warmup",
    "daily": "leanbreath.cli.commands.daily:daily",
    "today": "leanbreath.cli.commands.today:today",
    "checkup": "leanbreath.cli.commands.checkup:checkup",
    "list": "leanbreath.cli.commands.list:list_",
    "show": "leanbreath.cli.commands.show:show",
    "figure": "leanbreath.cli.commands.figure:figure",
    "cues": "leanbreath.cli.commands.cues:cues",
    "plan": "leanbreath.cli.commands.plan:plan",
    "check": "leanbreath.cli.commands.check:check",
    "new": "leanbreath.cli.commands.new:new",
    "add": "leanbreath.cli.commands.add:add",
    "remove": "leanbreath.cli.commands.remove:remove",
    "fmt": "leanbreath.cli.commands.fmt:fmt",
    "schema": "leanbreath.cli.commands.schema:schema",
    "watch": "leanbreath.cli.commands.watch:watch",
    "render": "leanbreath.cli.commands.render:render",
    "pack-up": "leanbreath.cli.commands.pack_up:pack_up",
    "remind": "leanbreath.cli.commands.remind:remind",
    "calendar": "leanbreath.cli.commands.calendar:calendar",
    "doctor": "leanbreath.cli.commands.doctor:doctor",
    "diary": "leanbreath.cli.commands.diary:diary",
    "history": "leanbreath.cli.commands.history:history",
}
"""Where each command is; only the one that is called is imported."""
