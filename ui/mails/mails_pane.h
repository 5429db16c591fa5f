// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/mails/mail_list_model.h"
#include "models/mails/mail_view.h"
#include "ui/lists/list_pane.h"

namespace tenantry::ui {

class MailInspector;

/// The outbox over all organizations: what was, and is to be, sent to customers, the mail beside
/// the list as it is read, and what can be done where it failed (AUTO-3).
class MailsPane : public ListPane {
  Q_OBJECT

public:
  MailsPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QChar letter() const override { return u'E'; }
  [[nodiscard]] Tone countTone() const override { return Tone::Danger; }
  void open(const Place &place) override;
  void reload() override;
  [[nodiscard]] bool isSettled() const override;

  [[nodiscard]] models::MailListModel &list() { return m_list; }
  [[nodiscard]] models::MailView &looked() { return m_looked; }
  [[nodiscard]] MailInspector *inspector() const { return m_inspector; }

protected:
  bool stopBeside() override { return m_looked.stop(); }
  void act(EmptyState::Kind kind) override;

private:
  MailsPane(models::Connection &connection, models::RunningWork &work, models::MailListModel *list,
            QWidget *parent);
  [[nodiscard]] static ListSpec specOf();
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] static QList<FilterOffer> filtersOf();
  void connectList();
  void connectMail();
  void showWanted();

  models::MailListModel &m_list;
  models::MailView m_looked;
  MailInspector *m_inspector;
  QString m_wanted; ///< the mail of a link, until the list is there
};

} // namespace tenantry::ui
