entente help topcs
