printf '[query]\nformat = tabel\n' >config; ENTENTE_CONFIG=config entente query -g world.db top
