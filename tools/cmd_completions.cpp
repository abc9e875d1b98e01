// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente completions SHELL: a script that asks this program (`entente __complete WORDS...`, see
// complete.hpp) what may stand next: a line for each, with a tab before its description. Where it has
// nothing, the shell completes files.
#include <array>
#include <string_view>

#include "command.hpp"
#include "output.hpp"

namespace entente::tools {
namespace {

constexpr std::string_view kBash = R"sh(# bash completion of entente: put this line in ~/.bashrc
#   source <(entente completions bash)
_entente() {
  local typed=${COMP_WORDS[COMP_CWORD]} word candidate words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    word=${word#[\"\']}
    word=${word%[\"\']}
    words+=("${word//\\/}")
  done
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    case $typed in
      [\"\']*) COMPREPLY+=("$candidate") ;;
      *) COMPREPLY+=("$(printf %q "$candidate")") ;;
    esac
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -o default -F _entente entente
)sh";

constexpr std::string_view kZsh = R"sh(#compdef entente
# zsh completion of entente: put this line in ~/.zshrc, after compinit
#   source <(entente completions zsh)
_entente() {
  local -a lines shown values
  lines=("${(@f)$(${words[1]} __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  lines=(${lines:#})
  if (( ! $#lines )); then
    _files
    return
  fi
  values=("${(@)lines%%$'\t'*}")
  shown=("${(@)lines//$'\t'/  -- }")
  compadd -M 'm:{a-zA-Z}={A-Za-z}' -l -d shown -a values
}
compdef _entente entente
)sh";

constexpr std::string_view kFish =
    R"sh(# fish completion of entente: entente completions fish > ~/.config/fish/completions/entente.fish
function __entente_complete
  set -l words (commandline -opc)
  set -l found ($words[1] __complete $words[2..] (string unescape -- (commandline -ct)) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c entente -f -a '(__entente_complete)'
)sh";

struct Script {
  std::string_view shell;
  std::string_view text;
};
constexpr std::array<Script, 3> kScripts = {{{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}}};

class Completions final : public Command {
 public:
  void declare(Options& options) override {
    std::vector<std::string> shells;
    for (const Script& script : kScripts) shells.emplace_back(script.shell);
    options.add("SHELL", shell_, "bash, zsh or fish").required().one_of("shell", shells);
  }

  int run() override {
    Output output;
    for (const Script& script : kScripts)
      if (script.shell == shell_) output.write(script.text);
    return kOk;
  }

 private:
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completions() {
  return std::make_unique<Completions>();
}

}  // namespace entente::tools
