"""Tests of what a runner takes along."""
