// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include "models/organizations/organization_list_model.h"
#include "ui/lists/list_pane.h"

class QAction;

namespace tenantry::ui {

class OrganizationDetail;
class OrganizationForms;

/// All organizations: a filtered, sorted list, and the record of the one that is selected.
class OrganizationsPane : public ListPane {
  Q_OBJECT

public:
  OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                    QWidget *parent = nullptr);

  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'O'; }
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  bool stepBack() override;
  void keepIn(ListMemory &memory) override;
  [[nodiscard]] QList<Part> partsOf(const Place &record, const QString &name) const override;
  [[nodiscard]] bool isShowing(const Place &record) const override;
  [[nodiscard]] bool isSettled() const override;

  void keepDraftsIn(models::DraftStore &drafts) override; ///< of its forms too
  void setFilter(const models::OrganizationFilter &filter) { m_list.setFilter(filter); }
  [[nodiscard]] models::OrganizationListModel &list() { return m_list; }
  [[nodiscard]] OrganizationForms *forms() const { return m_forms; }
  [[nodiscard]] OrganizationDetail *detail() const { return m_detail; }

Q_SIGNALS:
  void importRequested();

protected:
  void showCount() override;
  [[nodiscard]] QString headFormula() const override { return tr("All organizations."); }
  void act(EmptyState::Kind kind) override;
  [[nodiscard]] EmptyStateContent noMatch() const override;
  [[nodiscard]] EmptyStateContent none() const override;

private:
  OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                    models::OrganizationListModel *list, QWidget *parent);
  [[nodiscard]] static ListSpec specOf(const models::OrganizationListModel &list);
  [[nodiscard]] static QList<FilterOffer> filtersOf(const models::OrganizationListModel &list);
  void offerForms();
  void showTimelineAction();
  void connectList();
  void connectDetail();
  [[nodiscard]] OrganizationId selected() const;
  [[nodiscard]] Place place() const;

  models::OrganizationListModel &m_list;
  OrganizationDetail *m_detail;
  OrganizationForms *m_forms;
  QAction *m_timeline;
};

} // namespace tenantry::ui
