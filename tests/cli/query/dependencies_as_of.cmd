entente query -g world.db dependencies-of TJK --as-of 2024-03-01 -f csv
