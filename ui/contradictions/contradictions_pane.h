// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/contradictions/contradiction_list_model.h"
#include "models/contradictions/contradiction_view.h"
#include "ui/lists/list_pane.h"

namespace tenantry::ui {

class ContradictionInspector;

/// What payment providers say and cannot be: the charges, refunds and set-ups that wait for a
/// person, the one that is looked at beside the list, and what ends them (ADR 12).
class ContradictionsPane : public ListPane {
  Q_OBJECT

public:
  ContradictionsPane(models::Connection &connection, models::RunningWork &work,
                     QWidget *parent = nullptr);

  [[nodiscard]] QChar letter() const override { return u'C'; }
  [[nodiscard]] Tone countTone() const override { return Tone::Danger; }
  void open(const Place &place) override;
  void reload() override;
  [[nodiscard]] bool isSettled() const override;

  [[nodiscard]] models::ContradictionListModel &list() { return m_list; }
  [[nodiscard]] models::ContradictionView &looked() { return m_looked; }
  [[nodiscard]] ContradictionInspector *inspector() const { return m_inspector; }

protected:
  bool stopBeside() override { return m_looked.stop(); }

private:
  ContradictionsPane(models::Connection &connection, models::RunningWork &work,
                     models::ContradictionListModel *list, QWidget *parent);
  [[nodiscard]] static ListSpec specOf();
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] static QList<FilterOffer> filtersOf();
  void connectList();
  void connectLooked();
  void showWanted();

  models::ContradictionListModel &m_list;
  models::ContradictionView m_looked;
  ContradictionInspector *m_inspector;
  QString m_wanted; ///< that of a link, until the list is there
};

} // namespace tenantry::ui
