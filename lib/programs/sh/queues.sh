#!/bin/sh
# Run by the unit <service>-queues.service, as the service's user and in its environment. Hands over to Ruby.
#
#     queues VARIABLE NAMESPACE RUBY…    RUBY: the words that start the service's Ruby
if [ $# -lt 3 ]; then
  echo "usage: $0 VARIABLE NAMESPACE RUBY..." >&2
  exit 2
fi
variable=$1 namespace=$2
shift 2
command -v "$1" >/dev/null 2>&1 || set -- ruby
exec "$@" --disable=gems "$0.rb" "$variable" "$namespace"
