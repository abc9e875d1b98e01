source <(entente completions bash)
complete_line() {
  COMP_WORDS=("$@")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _entente
  printf '[%s]' "${COMPREPLY[@]}"
  echo
}
complete_line entente query -g world.db relations Ta
complete_line entente query -g world.db relations '"Coll'
complete_line entente query -g world.db entity coll
complete_line entente expo
