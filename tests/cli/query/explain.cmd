entente query -g world.db explain RUS:deploys_to:TJK
