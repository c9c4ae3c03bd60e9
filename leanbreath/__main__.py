"""`python -m leanbreath` is the same as the command `leanbreath`."""

from leanbreath.cli import main

main()
