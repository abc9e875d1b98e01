entente bild -g x
