// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"

namespace tenantry::jobs {

/// The channel of the news: the payload is a comma-separated list of organizations in which
/// something happened.
inline constexpr QLatin1StringView newsChannel{"tenantry_news"};
/// On that channel instead of organizations: what came in by bank has changed. It is no
/// organization's until it is assigned, so whoever writes it tells with the commit.
inline constexpr QLatin1StringView bankNews{"bank"};
/// The same where a month of the books was closed, opened again or recognized.
inline constexpr QLatin1StringView bookNews{"books"};
/// The same where findings of a billing run were looked at.
inline constexpr QLatin1StringView runNews{"runs"};

/// Brings events to consumers, organization by organization, and tells the consoles. Any number of
/// dispatchers may work on one database.
///
/// A turn takes due rows of `dispatch` by moving their time ahead (a lease, so that a killed
/// dispatcher's are taken over), never by holding them: whoever appends events would have to wait.
/// Each consumer then gets, in a transaction per organization, its position moved and its events
/// handled; who finds the position moved already stands back. At last a row goes if the
/// organization's head, locked for that moment, is still where the reading ended.
///
/// A consumer that fails keeps its position; a job of kind `retryKind` tries it again with growing
/// pauses, so that neither the others nor other organizations wait for it.
class Dispatcher {
public:
  static constexpr QLatin1StringView retryKind{"dispatch.retry"};

  /// Throws ProgrammingError if two consumers have one name.
  explicit Dispatcher(std::vector<Consumer> consumers);

  /// The organizations served. A full batch means that there may be more.
  [[nodiscard]] Result<int> turn(store::Session &session, int batch = 200) const;

  /// Adds the handler of `retryKind`. The dispatcher must outlive the registry's use.
  void registerRetries(HandlerRegistry &registry) const;

  /// When the next organization is due.
  [[nodiscard]] static Result<std::optional<Instant>> nextDue(store::Session &session);

private:
  [[nodiscard]] Result<> retry(store::Session &session, const Job &job) const;
  std::vector<Consumer> m_consumers;
};

} // namespace tenantry::jobs
