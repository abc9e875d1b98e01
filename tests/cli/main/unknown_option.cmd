entente info --nonsense
