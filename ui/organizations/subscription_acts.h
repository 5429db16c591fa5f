// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/change_dialog.h"
#include <QPointer>

namespace tenantry::ui {

/// What is done with the subscription of the record that is shown: buttons that say when and for
/// whom they are, and the dialogs behind them.
class SubscriptionActs : public QObject {
  Q_OBJECT

public:
  SubscriptionActs(models::Connection &connection, QWidget *host);

  void show(const models::OrganizationFacts &facts);
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] QPushButton *start() const { return m_start; } ///< where none lives
  [[nodiscard]] QPushButton *change() const { return m_change; }
  [[nodiscard]] QPushButton *coupon() const { return m_coupon; }
  [[nodiscard]] QPushButton *endCoupon() const { return m_endCoupon; } ///< of one that holds
  [[nodiscard]] QPushButton *limits() const { return m_limits; }       ///< of the contract
  [[nodiscard]] QPushButton *addons() const { return m_addons; }       ///< where some are sold
  [[nodiscard]] QPushButton *renewal() const { return m_renewal; }     ///< off, and on again
  [[nodiscard]] QPushButton *pause() const { return m_pause; } ///< resumes one that is paused
  static constexpr auto pauseKeys = Qt::CTRL | Qt::SHIFT | Qt::Key_P; ///< of both
  [[nodiscard]] QPushButton *end() const { return m_end; }
  [[nodiscard]] QPushButton *takeBack() const { return m_takeBack; }
  /// Those that are done beside the facts, and of them what the subscription bears now.
  [[nodiscard]] QList<QPushButton *> all() const;
  [[nodiscard]] QList<QPushButton *> offered() const;
  [[nodiscard]] SubscriptionDialog *opened() const { return m_dialog; } ///< null while none is
  [[nodiscard]] ChangeDialog *dialog() const; ///< that, where it is one that changes
  [[nodiscard]] QString refusal() const;      ///< of whomever

private:
  void open(ChangeDialog::Kind kind);
  void present(SubscriptionDialog *dialog);
  [[nodiscard]] bool lives() const; ///< a subscription that has not ended
  [[nodiscard]] bool hasCoupon() const;
  [[nodiscard]] bool hasAddons() const; ///< may have some
  [[nodiscard]] QString unchosen() const;
  void showStart();
  void takeBackNow();
  void showWhetherPossible();
  void undo(const OrganizationId &of, const models::WantedChange &by);
  void say(const QString &what, bool isError = false,
           const std::optional<models::WantedChange> &undo = {},
           std::optional<ChangeDialog::Kind> wayBack = {});
  [[nodiscard]] QString obstacle() const;

  models::Connection &m_connection;
  QWidget *m_host;
  models::DraftStore *m_drafts = nullptr;
  QPushButton *m_start;
  QPushButton *m_change;
  QPushButton *m_coupon;
  QPushButton *m_endCoupon;
  QPushButton *m_limits;
  QPushButton *m_addons;
  QPushButton *m_renewal;
  QPushButton *m_pause;
  QPushButton *m_end;
  QPushButton *m_takeBack;
  std::optional<models::OrganizationFacts> m_facts;
  QPointer<SubscriptionDialog> m_dialog;
};

} // namespace tenantry::ui
