entente split -g world.db Tajikistan --document b; entente query -g world.db relations TJK~2 -f csv
