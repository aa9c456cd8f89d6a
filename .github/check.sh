#!/usr/bin/env bash
# The check of action.yml: options from the environment, remarks to standard output.
set -uo pipefail

comment=${COMMENT_FILE:-${RUNNER_TEMP:-/tmp}/tracediff-comment.md}
said=$comment.said
rm -f "$comment"
options=(--format github --format "sarif:${SARIF:-tracediff.sarif}" --format "github-comment:$comment")
[ -n "${HTML:-}" ] && options+=(--format "html:$HTML")
[ -n "${FAIL_ON:-}" ] && options+=(--fail-on "$FAIL_ON")
[ -n "${AGAINST:-}" ] && options+=(--against "$AGAINST")
[ -n "${SINCE:-}" ] && options+=(--since "$SINCE")
read -r -a more <<<"${ARGUMENTS:-}"

{
  tracediff check "${options[@]}" ${more[@]+"${more[@]}"} ${DRAFT:+-- "$DRAFT"} 2>&1 1>&3 |
    tee "$said" >&2
  status=${PIPESTATUS[0]}
} 3>&1
[ -n "${GITHUB_OUTPUT:-}" ] && echo "status=$status" >>"$GITHUB_OUTPUT"
if [ "$status" -gt 1 ]; then # what an earlier run said must not stand as if it were of this one
  why=$(python3 -c '
import sys
lines = open(sys.argv[1], encoding="utf-8", errors="replace").read().split("\n")
last = next((line for line in reversed(lines) if line.strip()), "It said nothing.")
print("".join(c for c in last if c.isprintable() and c != "`")[:500])
' "$said")
  {
    printf '<!-- -->\n\n### ⚠️ The last run could not finish the check\n\n'
    printf '`%s` (exit status %s)\n' "$why" "$status"
    [ -s "$comment" ] && tail -n +2 "$comment"
  } >"$said.comment"
  mv -f "$said.comment" "$comment"
fi
rm -f "$said"
if [ "${COMMENT:-false}" = true ]; then
  bash "$(dirname "${BASH_SOURCE[0]}")/comment.sh" "$comment"
fi
exit "$status"
