# Reads from /proc what a Sidekiq does.
# A Sidekiq that is quiet (TSTP) takes no new jobs, continues the running ones, and looks healthy; only a restart ends that.

# process_title PID: prints Sidekiq's process title, from 5.2 to 8.1: sidekiq VERSION TAG [2 of 5 busy] stopping. The last word
# appears only once it is quiet. Sidekiq updates the title every 5 or 10 s. Source: PROCTITLES in lib/sidekiq/launcher.rb
process_title() {
  { head -c 4096 <"/proc/$1/cmdline" | tr '\000' ' '; } 2>/dev/null
}

is_quiet() {
  local title=''
  { read -r title <"/proc/$1/cmdline"; } 2>/dev/null || :
  case $title in 'sidekiq '*' busy] stopping'*) ;; *) false ;; esac
}

# worker_threads PID: counts the threads that work or wait for work: `processor` before Sidekiq 7, then `sidekiq.` and the first
# letters of a capsule's name. Once Sidekiq is quiet they end with their jobs, idle ones within 2 s.
worker_threads() {
  cat "/proc/$1"/task/*/comm 2>/dev/null | grep -v -e '^sidekiq\.heartb' -e '^sidekiq\.schedu' | grep -c -e '^processor$' -e '^sidekiq\.'
}
