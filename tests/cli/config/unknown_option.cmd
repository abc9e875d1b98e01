printf 'graph = world.db\nlimmit = 3\n' >config; ENTENTE_CONFIG=config entente query top
