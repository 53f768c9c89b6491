"""Draw the README's picture anew: `python -m tools.pictures [OUTPUT]` after `fundstelle build` (needs Chromium)."""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parent / "pictures"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, nargs="?", default=Path("output"))
    parser.add_argument(
        "--page", default="articles/2023-03-22-xi-in-moskau.html", help="page below OUTPUT that is shown"
    )
    options = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto((options.output / options.page).resolve().as_uri())
        page.screenshot(path=PICTURES / "article.png")
        browser.close()


if __name__ == "__main__":
    main()
