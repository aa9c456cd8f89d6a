#!/usr/bin/env bash
# The check of action.yml: options from the environment, remarks to standard output.
set -uo pipefail

options=(--format github --format "sarif:${SARIF:-tracediff.sarif}")
[ -n "${HTML:-}" ] && options+=(--format "html:$HTML")
[ -n "${FAIL_ON:-}" ] && options+=(--fail-on "$FAIL_ON")
[ -n "${AGAINST:-}" ] && options+=(--against "$AGAINST")
read -r -a more <<<"${ARGUMENTS:-}"

status=0
tracediff check "${options[@]}" ${more[@]+"${more[@]}"} ${DRAFT:+-- "$DRAFT"} || status=$?
[ -n "${GITHUB_OUTPUT:-}" ] && echo "status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
