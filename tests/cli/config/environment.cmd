printf 'graph = none.db\n' >config; export ENTENTE_CONFIG=config
ENTENTE_GRAPH=world.db entente query top --limit 1; ENTENTE_GRAPH=none2.db entente query -g world.db top --limit 1 --no-header; entente query top
