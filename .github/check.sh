#!/usr/bin/env bash
# The check of action.yml: options from the environment, remarks to standard output.
set -uo pipefail

comment=${COMMENT_FILE:-${RUNNER_TEMP:-/tmp}/tracediff-comment.md}
rm -f "$comment"
options=(--format github --format "sarif:${SARIF:-tracediff.sarif}" --format "github-comment:$comment")
[ -n "${HTML:-}" ] && options+=(--format "html:$HTML")
[ -n "${FAIL_ON:-}" ] && options+=(--fail-on "$FAIL_ON")
[ -n "${AGAINST:-}" ] && options+=(--against "$AGAINST")
[ -n "${SINCE:-}" ] && options+=(--since "$SINCE")
read -r -a more <<<"${ARGUMENTS:-}"

status=0
tracediff check "${options[@]}" ${more[@]+"${more[@]}"} ${DRAFT:+-- "$DRAFT"} || status=$?
[ -n "${GITHUB_OUTPUT:-}" ] && echo "status=$status" >>"$GITHUB_OUTPUT"
if [ "${COMMENT:-false}" = true ]; then
  bash "$(dirname "${BASH_SOURCE[0]}")/comment.sh" "$comment"
fi
exit "$status"
