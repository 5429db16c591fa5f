// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/smtp_lanes.h"

#include "services/core/result.h"

namespace tenantry::automation {

SmtpLanes::SmtpLanes(SmtpServer server, std::size_t count)
    : m_server(std::move(server)), m_lanes(count) {}

SmtpLanes::~SmtpLanes() {
  {
    const std::lock_guard guard(m_mutex);
    m_isStopping = true;
  }
  m_given.notify_all();
  for (const auto &lane : m_lanes)
    if (lane)
      lane->thread.join();
}

void SmtpLanes::send(std::size_t number, Letter letter) {
  const std::lock_guard guard(m_mutex);
  auto &lane = m_lanes.at(number);
  if (!lane) {
    lane = std::make_unique<Lane>(m_server);
    lane->thread = std::thread([this, number] { work(number); });
  }
  if (lane->letter)
    throw ProgrammingError("a lane carries one letter at a time");
  lane->letter = std::move(letter);
  m_given.notify_all();
}

std::optional<SmtpLanes::Finished> SmtpLanes::next(std::chrono::milliseconds wait) {
  std::unique_lock lock(m_mutex);
  if (!m_done.wait_for(lock, wait, [this] { return !m_finished.empty(); }))
    return std::nullopt;
  auto finished = std::move(m_finished.front());
  m_finished.pop_front();
  return finished;
}

void SmtpLanes::work(std::size_t number) {
  std::unique_lock lock(m_mutex);
  Lane &lane = *m_lanes[number];
  for (;;) {
    m_given.wait(lock, [&] { return lane.letter || m_isStopping; });
    if (!lane.letter)
      return;
    const Letter letter = *lane.letter;
    lock.unlock();
    auto outcome = lane.client.send(letter.from, letter.to, letter.message);
    lock.lock();
    lane.letter.reset();
    m_finished.push_back({number, std::move(outcome)});
    m_done.notify_one();
  }
}

} // namespace tenantry::automation
