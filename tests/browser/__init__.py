"""The pages in real browsers: Chromium, driven by Playwright, and Firefox, driven over WebDriver BiDi."""
