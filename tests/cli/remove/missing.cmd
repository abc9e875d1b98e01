entente remove -g world.db a dd
