"""What is shown, as plain data: it knows neither a terminal nor Textual."""
