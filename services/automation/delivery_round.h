// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/delivery.h"
#include "services/automation/smtp_lanes.h"
#include "services/automation/tried.h"

namespace tenantry::automation {

/// One pass over what is due in the outbox, on several connections; internal to Delivery. Mails to
/// one recipient follow each other. The first connection is alone until the server has answered on
/// it, or has kept it waiting: a server that is away costs one mail its try. A connection that
/// cannot be had beside others that work is no mail's fault, and is given up for this round.
class DeliveryRound {
public:
  DeliveryRound(store::Session &session, business::AppliedBusiness &business,
                const DeliverySettings &settings);
  /// The number of mails that were tried. What was claimed and not tried waits as before, whatever
  /// ends the round.
  [[nodiscard]] Result<int> run(const std::function<Result<>()> &mayGoOn);

private:
  struct Lane {
    std::optional<Tried> carries; ///< its outcome is not known yet
    bool isShut = false;
  };
  struct Waiting {
    Mail mail;
    Instant leaseUntil{};
  };

  [[nodiscard]] Result<> goRound(const std::function<Result<>()> &mayGoOn);
  [[nodiscard]] Result<> fillLanes();
  [[nodiscard]] Result<> finishOnes(std::chrono::milliseconds wait);
  [[nodiscard]] Result<> giveBackWaiting();
  [[nodiscard]] Result<std::optional<Mail>> nextMail();
  [[nodiscard]] Result<bool> claimMore();
  [[nodiscard]] Result<> dispatch(std::size_t lane, Mail mail);
  [[nodiscard]] Result<> settle(std::vector<Tried> ended);
  [[nodiscard]] bool isOnItsWay(const QString &recipient) const;
  [[nodiscard]] std::size_t busyLanes() const;
  [[nodiscard]] std::optional<std::size_t> freeLane() const;
  [[nodiscard]] Tried take(SmtpLanes::Finished finished);

  store::Session &m_session;
  business::AppliedBusiness &m_business;
  const DeliverySettings &m_settings;
  std::vector<Lane> m_lanes;
  std::deque<Waiting> m_waiting; ///< claimed, in their order
  std::size_t m_open = 1;        ///< as many lanes may be used
  bool m_isReached = false;      ///< the server has taken or refused a mail in this round
  bool m_isOver = false;
  int m_tried = 0;
  SmtpLanes m_wires; ///< last: it waits for its threads
};

} // namespace tenantry::automation
