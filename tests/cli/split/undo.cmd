entente merge -q -g world.db UZB TJK; entente split -g world.db TJK; entente query -g world.db entity Uzbekistan -f csv | head -2
