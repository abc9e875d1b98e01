entente query -g world.db changes --since 2025 --until 2025-03
