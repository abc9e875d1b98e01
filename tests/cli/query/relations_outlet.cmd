entente query -g world.db relations Russia --outlet Herald --as-of 2024-06 -f csv
