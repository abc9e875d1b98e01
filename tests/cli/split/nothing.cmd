entente split -g world.db TJK
