// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/smtp_client.h"
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tenantry::automation {

/// A mail as it goes over the wire.
struct Letter {
  QString from;
  QString to;
  QByteArray message;
};

/// Several connections to one mail server, each on a thread of its own that begins with its first
/// letter. All functions are for one thread, which gives letters and hears what became of them.
class SmtpLanes {
public:
  struct Finished {
    std::size_t lane = 0;
    SmtpOutcome outcome;
  };

  SmtpLanes(SmtpServer server, std::size_t count);
  ~SmtpLanes(); ///< waits for the letters that are on their way
  SmtpLanes(const SmtpLanes &) = delete;
  SmtpLanes &operator=(const SmtpLanes &) = delete;

  /// A lane carries one letter at a time.
  void send(std::size_t lane, Letter letter);
  /// The next letter that came to an end; nothing where none does until then.
  [[nodiscard]] std::optional<Finished> next(std::chrono::milliseconds wait);

private:
  struct Lane {
    explicit Lane(const SmtpServer &server) : client(server) {}
    SmtpClient client;
    std::optional<Letter> letter;
    std::thread thread;
  };
  void work(std::size_t number);

  SmtpServer m_server;
  std::mutex m_mutex;
  std::condition_variable m_given;
  std::condition_variable m_done;
  std::vector<std::unique_ptr<Lane>> m_lanes;
  std::deque<Finished> m_finished;
  bool m_isStopping = false;
};

} // namespace tenantry::automation
