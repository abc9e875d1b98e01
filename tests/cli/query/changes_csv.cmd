entente query -g world.db changes --since 2024 -f csv
