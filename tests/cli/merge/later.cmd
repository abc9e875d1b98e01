entente merge -q -g world.db UZB TJK; entente remove -q -g world.db a; entente query -g world.db entity Uzbekistan -f csv | head -2
