"""What makes data and models and measures them; never imported by the package."""
