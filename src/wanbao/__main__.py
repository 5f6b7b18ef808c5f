"""`python -m wanbao`."""

from wanbao.cli import entry

if __name__ == "__main__":
    entry()
