SOURCE_DATE_EPOCH=86400 entente alias -q -g world.db RUS Rossiya; entente merge -g world.db
